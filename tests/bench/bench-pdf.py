#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long `agreed show` takes for a PDF, structure and all, against `pdftotext -bbox`, both as whole processes.

    AGREED=…/agreed bench-pdf.py [FOLDER] [ROUNDS]

Prints one line a file and the ratio over all; at most 1.5 is wanted.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time


def seconds(*command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else '../shared/texts/en')
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    totals = [0.0, 0.0]
    for path in sorted(folder.glob('*.pdf')):
        own, others = [], []
        for _ in range(rounds):
            own.append(seconds(os.environ.get('AGREED', 'agreed'), 'show', '--format', 'json', str(path)))
            others.append(seconds('pdftotext', '-bbox', str(path), '/dev/null'))
        medians = statistics.median(own), statistics.median(others)
        totals = [total + median for total, median in zip(totals, medians)]
        print(f'{path.name:28} {medians[0] * 1000:6.0f} ms  {medians[1] * 1000:6.0f} ms  {medians[0] / medians[1]:.2f}')
    print(f'{"all":28} {totals[0] * 1000:6.0f} ms  {totals[1] * 1000:6.0f} ms  {totals[0] / totals[1]:.2f}')


if __name__ == '__main__':
    main()
