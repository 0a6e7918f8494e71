# Does the work of Hdf5Rows with h5py. Each line names a piece of work and a file; the answer is how many units a second.
import json
import os
import sys
import time

import h5py
import numpy as np

SIDE = 1024
FRAME = SIDE * SIDE * 2
TAKEN = np.fromfile(sys.argv[1], 'u2').reshape(-1, SIDE, SIDE)


def frames(path, count, **options):
    start = time.perf_counter()
    with h5py.File(path, 'w', libver='latest') as f:
        d = f.create_dataset('frames', (0, SIDE, SIDE), 'u2', maxshape=(None, SIDE, SIDE), chunks=(1, SIDE, SIDE), **options)
        for i in range(count):
            d.resize(i + 1, axis=0)
            d[i] = TAKEN[i % len(TAKEN)]
    return count * FRAME / 1e6 / (time.perf_counter() - start)


def compressed(path, count):
    return frames(path, count, shuffle=True, compression='gzip', compression_opts=1)


def scalars(path, count):
    start = time.perf_counter()
    with h5py.File(path, 'w', libver='latest') as f:
        d = f.create_dataset('value', (0,), 'f8', maxshape=(None,), chunks=(8192,))
        for i in range(count):
            d.resize(i + 1, axis=0)
            d[i] = i * 0.5
    return count / (time.perf_counter() - start)


def batches(path, count):
    rows = np.arange(1024 * 8, dtype='f8').reshape(1024, 8)
    start = time.perf_counter()
    with h5py.File(path, 'w', libver='latest') as f:
        d = f.create_dataset('rows', (0, 8), 'f8', maxshape=(None, 8), chunks=(1024, 8))
        for i in range(count):
            d.resize((i + 1) * 1024, axis=0)
            d[i * 1024:] = rows
    return count * 1024 / (time.perf_counter() - start)


def read(path, count):
    frame = np.empty((SIDE, SIDE), 'u2')
    start = time.perf_counter()
    with h5py.File(path, 'r') as f:
        d = f['frames']
        for i in range(count):
            d.read_direct(frame, np.s_[i])
    return count * FRAME / 1e6 / (time.perf_counter() - start)


for line in sys.stdin:
    ask = json.loads(line)
    rate = globals()[ask['work']](ask['path'], ask['count'])
    print(json.dumps({'rate': rate, 'bytes': os.path.getsize(ask['path'])}), flush=True)
