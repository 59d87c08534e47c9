"""Times a computation in PyTorch and prints the median of warm runs as JSON, for npm run bench:experiments."""

import json
import statistics
import time

import torch


def report(once, runs=60, warm=20):
    # One thread: a worker of ours has one as well.
    torch.set_num_threads(1)
    times = []
    for _ in range(warm + runs):
        started = time.perf_counter()
        once()
        times.append((time.perf_counter() - started) * 1000)
    print(json.dumps({"medianMs": statistics.median(times[warm:])}))
