"""What a reading tells of each file, as tests ask for it."""


def skipped(reading):
    return {row.path: (row.reason, row.unread) for row in reading.skipped.itertuples()}


def paths(reading):
    return list(reading.documents["path"])
