"""The Spark engine: functions from frame to frame over the partitions of a cluster. The one door to PySpark.

It knows no stage: what is run, and in which order, stands in `checker.cluster`.
"""
