"""A price paid or agreed: "sold it for [$5 million]", "a [$2 billion] takeover", "paid [$3 million] for the mill"."""

from functools import cache

from checker.extraction.context.phrases import SCALES, is_word, noun_phrase_after
from checker.extraction.context.view import View
from checker.language import verbs
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon

_BACK = 24  # words before "for" among which the verb of the trade stands
_NOUN_BACK = 12  # words before "worth" among which the noun of the trade stands
_VERB_BACK = 5  # words before a figure among which "cost" stands
_ATTRIBUTE = 4  # words of a noun phrase that a price describes
_FOR_EACH = frozenset({"each", "apiece", "per", "a", "an"})
Found = tuple[str, str, str]


def price(view: View) -> Found | None:
    """The measure of an amount that buys something whole; None for rates, and for what is paid otherwise."""
    if not _FOR_EACH.isdisjoint(view.words.low[view.first : view.after]) or _is_for_each(view):
        return None
    if _is_quoted(view):
        return "share price", "price", "closed at"
    told = (
        _of_trade(view)
        or _paid_for(view)
        or _worth(view)
        or _attribute(view)
        or _cost(view)
        or _priced(view)
        or _beside(view)
    )
    return ("price paid", "price", f"price, {told}") if told else None


def _is_quoted(view: View) -> bool:
    """As in "they closed that day at [$8.67]": what a share costs; a sum of millions is that of a deal."""
    place, low = _place_before(view), view.words.low
    if place < 0 or low[place] != "at" or not SCALES.isdisjoint(low[view.first : view.after]):
        return False
    return any(low[index] in _words("closing") for index in range(max(view.left, place - _VERB_BACK), place))


def _is_for_each(view: View) -> bool:
    behind = view.behind(2)
    return behind[:1] in (("each",), ("apiece",), ("per",)) or (
        behind[:1] in (("a",), ("an",)) and not _words("rated").isdisjoint(behind[1:])
    )


def _place_before(view: View) -> int:
    """Index of the last word before the figure and its hedges; -1 where none is."""
    index = view.phrase - 1
    while index >= view.left and view.words.low[index] in word_class("hedge") and view.words.low[index] not in _KEPT:
        index -= 1
    return index if index >= view.left else -1


_KEPT = frozenset({"of", "for", "at"})


def _of_trade(view: View) -> str | None:
    """As in "sold the ferry to them for [$5 million]"."""
    place, low = _place_before(view), view.words.low
    if place < 0 or low[place] != "for":
        return None
    least = max(view.left, place - _BACK)
    is_rate = not _words("goods").isdisjoint(low[least:place]) and SCALES.isdisjoint(low[view.first : view.after])
    if is_rate:  # "shares sold for $18": each
        return None
    told = next((low[i] for i in range(place - 1, least - 1, -1) if low[i] in _words("trading")), None)
    return told or ("take over" if _is_taken_over(low[least:place]) else None)


def _is_taken_over(words: tuple[str, ...]) -> bool:
    """As in "would take the company over for", "was taken over for"."""
    taken = next((place for place, low in enumerate(words) if verbs.lemma(low) == "take"), len(words))
    return "over" in words[taken + 1 :]


def _paid_for(view: View) -> str | None:
    """As in "paid [$5 million] for the ferry", "spent [$5 million] to buy it", "splashed out [$5 million] on it"."""
    place, low = _place_before(view), view.words.low
    if place < 0:
        return None
    behind = low[view.after : view.after + 3]
    is_paid = low[place] in _words("paying") and behind[:1] == ("for",) and _is_thing(behind[1:])
    is_spent = low[place] in _words("spending") and not _words("trading").isdisjoint(behind[:3])
    is_out = low[place] == "out" and low[place - 1] in _words("paying_out") and behind[:1] in (("on",), ("for",))
    return low[place] if is_paid or is_spent or is_out else None


def _is_thing(words: tuple[str, ...]) -> bool:
    """Whether the words behind "for" open what is bought: no time, no wrong that is paid for."""
    is_open = bool(words) and is_word(words[0]) and verbs.form(words[0]) != "ing"
    return is_open and _words("not_bought").isdisjoint(words) and word_class("time").isdisjoint(words)


def _worth(view: View) -> str | None:
    """As in "the takeover, valued at [$5 million]", "an acquisition worth [$5 million]"."""
    place, low = _place_before(view), view.words.low
    if place <= 0:
        return None
    if low[place] == "of":
        return low[place - 1] if _is_trade(view, low[place - 1]) else None
    if low[place] != "worth" and low[place - 1 : place + 1] not in _VALUED:
        return None
    least = max(view.left, place - _NOUN_BACK)
    return next((low[i] for i in range(place - 1, least - 1, -1) if _is_trade(view, low[i])), None)


_VALUED = (("valued", "at"), ("priced", "at"))


def _attribute(view: View) -> str | None:
    """As in "a [$5 million] takeover", "in a [$5 million] all-cash deal"."""
    start, stop = noun_phrase_after(view.words, view.after)
    phrase = view.words.low[start : min(stop, start + _ATTRIBUTE)] if start == view.after else ()
    return next((word for word in phrase if _is_trade(view, word)), None)


def _is_trade(view: View, word: str) -> bool:
    """Whether the noun is one of buying and selling; a deal is one where somebody buys or sells in its sentence."""
    if word in _words("trades"):
        return True
    return word in _words("deals") and not (
        _words("trading").isdisjoint(view.words.low) and _words("trades").isdisjoint(view.words.low)
    )


def _cost(view: View) -> str | None:
    """As in "the takeover will cost the group [$5 million]"."""
    low = view.words.low
    for index in range(view.phrase - 1, max(view.left, view.phrase - _VERB_BACK) - 1, -1):
        if verbs.lemma(low[index]) == "cost":
            return next((word for word in low[view.left : index] if _is_trade(view, word)), None)
    return None


def _priced(view: View) -> str | None:
    """As in "the price is [$5 million]", "the price of the ferry was [$5 million]"."""
    place, low = _place_before(view), view.words.low
    if place < 0 or (low[place] not in ("of", "at") and low[place] not in _PRICED_BY):
        return None
    stop = place
    while stop > view.left and low[stop - 1] in word_class("auxiliary"):
        stop -= 1
    return "price" if _is_price(low, view.left, stop) else None


_PRICED_BY = frozenset({"is", "was", "be", "been"})


def _beside(view: View) -> str | None:
    """As in "the price, [$5 million], is high", "the purchase, at [$5 million], is done"."""
    low, place = view.words.low, _place_before(view)
    if view.behind(1) != (",",):
        return None
    place -= place > 0 and low[place] == "at"
    if place <= view.left + 1 or low[place] != "," or low[place - 2] not in word_class("determiner"):
        return None
    return low[place - 1] if low[place - 1] == "price" or low[place - 1] in _words("trades") else None


def _is_price(low: tuple[str, ...], left: int, stop: int) -> bool:
    """Whether the words right before `stop` are a price of no goods, or "the price of the" something opens them."""
    if low[max(stop - 2, left) : stop] in _PRICES:
        return True
    if stop - left > 1 and low[stop - 1] == "price":
        return low[stop - 2] in word_class("determiner")
    opening = low[left : left + 4]
    is_of = opening[:3] == ("the", "price", "of") and opening[3:] in (("the",), ("its",), ("his",), ("her",))
    return is_of and _words("goods").isdisjoint(low[left:stop])


_PRICES = (("purchase", "price"), ("sale", "price"), ("selling", "price"), ("price", "tag"), ("takeover", "price"))


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicon("measures")["price"][group])
