"""Words to values: numerals, scales, units and currencies, calendar, hedges; lexicons are data files beside."""
