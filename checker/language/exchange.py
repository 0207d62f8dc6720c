"""Official rates of exchange: the European Central Bank's, day by day. The only import of currency_converter."""

import datetime as dt
from functools import cache, lru_cache
from typing import Any

# Rates are set on working days: the last of them holds, so many days long. A later day is never asked.
REACH = 4


@lru_cache(maxsize=4096)
def rate(currency: str, other: str, day: dt.date) -> float | None:
    """How many units of `other` one of `currency` was on a day, or on the last working day within REACH days before.

    Args:
        currency: ISO 4217 code.
        other: likewise.
        day: the day.

    Returns:
        None where the bank gives no rate for one of them, as for the hryvnia, or for the rouble after 2022-03-01.

    """
    amounts = [_euros(code, day) for code in (currency, other)]
    found = [amount for amount in amounts if amount is not None]
    return found[0] / found[1] if len(found) == len(amounts) else None


def _euros(currency: str, day: dt.date) -> float | None:
    """What one unit is worth in euros."""
    if currency == "EUR":
        return 1.0
    from currency_converter import RateNotFoundError

    table = _table()
    for back in range(REACH + 1):
        try:
            return float(table.convert(1, currency, "EUR", date=day - dt.timedelta(days=back)))
        except (RateNotFoundError, ValueError):  # no working day; a currency the bank does not know
            continue
    return None


@cache
def _table() -> Any:
    from currency_converter import CurrencyConverter  # 0.4 s to load, and few runs convert money

    return CurrencyConverter()
