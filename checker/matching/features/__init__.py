"""What speaks for or against one fact: one function a feature, weighed in one table."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.matching.features.beside import same_beside
from checker.matching.features.context import wording_of_sentences
from checker.matching.features.distinctive import distinctive_value
from checker.matching.features.entities import same_names
from checker.matching.features.event import same_event
from checker.matching.features.feature import Evidence, Feature, Weight
from checker.matching.features.measure import same_measure
from checker.matching.features.period import same_period
from checker.matching.features.place import same_place
from checker.matching.features.role import same_role
from checker.matching.features.speaker import same_speaker

__all__ = ["BIAS", "FEATURES", "Evidence", "Feature", "Weight"]

# Log-odds, by profile (age, number, time, and open: a time that nothing resolves): what is added at score 1, taken away
# at score 0 (a straight line between), and taken away where a side is silent. What each is worth: docs/matching.md.
FEATURES: Mapping[str, Feature] = MappingProxyType(
    {
        "measure": Feature(
            same_measure,
            {"number": Weight(2.2, 4.0, 1.5), "time": Weight(2.6, 3.0, 1.0), "open": Weight(1.5, 0.5, 0.0)},
        ),
        "entities": Feature(
            same_names,
            {
                "age": Weight(5.0, 9.0),
                "number": Weight(0.9, 0.6),
                "time": Weight(1.0, 1.5),
                "open": Weight(1.5, 0.7),
            },
        ),
        "place": Feature(
            same_place,
            {"age": Weight(0.5, 1.0), "number": Weight(0.8, 2.0), "time": Weight(0.5, 1.5), "open": Weight(0.5, 1.0)},
        ),
        "event": Feature(
            same_event,
            {
                "age": Weight(2.0, 1.0),
                "number": Weight(3.0, 3.0, 0.4),
                "time": Weight(2.4, 3.0, 0.5),
                "open": Weight(4.5, 2.5, 1.0),
            },
        ),
        "period": Feature(same_period, {"number": Weight(0.8, 2.0)}),
        "role": Feature(same_role, {"number": Weight(0.3, 1.0), "time": Weight(0.3, 1.0), "open": Weight(0.3, 1.0)}),
        "speaker": Feature(same_speaker, {"number": Weight(0.4, 0.3)}),
        "context": Feature(
            wording_of_sentences,
            {
                "age": Weight(0.5, 0.0),
                "number": Weight(2.6, 1.5),
                "time": Weight(1.8, 1.0),
                "open": Weight(2.5, 0.5),
            },
        ),
        "beside": Feature(
            same_beside,
            {"age": Weight(4.0, 0.0), "number": Weight(4.0, 0.0), "time": Weight(4.0, 0.0), "open": Weight(4.0, 0.0)},
        ),
        "distinctive": Feature(
            distinctive_value,
            {"age": Weight(6.0, 0.0), "number": Weight(4.0, 0.0), "time": Weight(2.4, 0.0), "open": Weight(2.4, 0.0)},
        ),
    }
)

# Log-odds before anything is known, by profile: across documents, and within one, where a second telling of
# a fact is rarer than another figure of the same kind.
BIAS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"age": (-3.0, -3.0), "number": (-2.6, -2.1), "time": (-3.4, -3.1), "open": (-2.6, -2.6)}
)
