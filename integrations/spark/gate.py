#!/usr/bin/env python3
"""Judges prompts with `mjprompt gate` on Spark: JSONL in, JSONL out, in the same order.

    spark-submit gate.py --binary .build-release/release/mjprompt INPUT OUTPUT [-- GATE OPTIONS]

Every partition goes through a process of its own, so a record says nothing of those in other partitions
(--stateless), and the parts one behind the other are what one process makes of the whole input. The
binary is static: it is shipped with the job and needs nothing on the workers.
"""
import argparse
import os
import shlex
import sys

from pyspark import SparkConf, SparkContext, SparkFiles


def main():
    given, _, options = partition(sys.argv[1:])
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", help="JSONL with a prompt in each object")
    parser.add_argument("output", help="a folder that isn't there yet")
    parser.add_argument("--binary", required=True, help="the release build of mjprompt")
    parser.add_argument("--partitions", type=int, help="at least so many; Spark's own choice unless given")
    parser.add_argument("--master", help="unless spark-submit or the configuration names one: local[*]")
    arguments = parser.parse_args(given)
    configuration = SparkConf().setAppName("mjprompt gate")
    if arguments.master:
        configuration.setMaster(arguments.master)
    configuration.setIfMissing("spark.master", "local[*]")
    with SparkContext(conf=configuration) as spark:
        lines = spark.textFile(arguments.input, arguments.partitions)
        # checkCode makes a gate that can't work end the job; denials are no failure.
        lines.pipe(command(spark, arguments.binary, options), checkCode=True).saveAsTextFile(arguments.output)


def partition(words):
    """The words before and behind `--`."""
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at:at + 1], words[at + 1:]


def command(spark, binary, options):
    """The command of a partition; workers find shipped files in their own folder."""
    spark.addFile(os.path.abspath(binary))
    name = os.path.basename(binary)
    path = SparkFiles.get(name) if spark.master.startswith("local") else f"./{name}"
    words = [path, "gate", "-", "--input-format", "jsonl", "--format", "jsonl", "--jobs", "1", "--stateless",
             "--exit-zero", *options]
    return shlex.join(words)


if __name__ == "__main__":
    main()
