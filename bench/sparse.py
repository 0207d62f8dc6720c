"""Runs in the peers' interpreter: sentences in, pairs of the nearest out. TF-IDF of words, sparse_dot_topn."""

import json
import resource
import sys
import time
from importlib import import_module


def main() -> None:
    """Read sentences, how many neighbours each has at most and how near; print pairs, seconds and megabytes."""
    text, sparse = import_module("sklearn.feature_extraction.text"), import_module("sparse_dot_topn")
    sentences, nearest, least = json.load(sys.stdin)
    start = time.process_time()
    matrix = text.TfidfVectorizer().fit_transform(sentences)
    near = sparse.sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=nearest, threshold=least, n_threads=1).tocoo()
    kept = near.row < near.col
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = {"left": near.row[kept].tolist(), "right": near.col[kept].tolist()}
    print(json.dumps({**pairs, "seconds": seconds, "megabytes": peak}))


if __name__ == "__main__":
    main()
