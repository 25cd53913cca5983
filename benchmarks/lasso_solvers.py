"""Coefficients and time of the path solver beside scikit-learn's.

python3 benchmarks/lasso_solvers.py CLASSPATH [SYMBOLS [ROWS]]   (from the repository's folder; needs numpy and scikit-learn)

CLASSPATH: training-job/target/training-job-function.jar. JAVA names the java to run.
Samples: one-factor noise, 39 lagged returns with a weak AR(1) and a column of noise, ten symbols reused in turn so that
500 symbols fit on a disk; each is read from its file and solved anew every time.
"""
import os
import subprocess
import sys
import tempfile
import time

import numpy as np
from joblib import Parallel, delayed
from sklearn.linear_model import Lasso, LassoCV

CLASSPATH = sys.argv[1]
SYMBOLS = int(sys.argv[2]) if len(sys.argv) > 2 else 500
ROWS = int(sys.argv[3]) if len(sys.argv) > 3 else 6000
JAVA = os.environ.get("JAVA", "java")
FEATURES = 40
FILES = 10
SMILE = 10
THREADS = 2


def samples(seed):
    random = np.random.default_rng(seed)
    returns = np.zeros(ROWS + FEATURES)
    shocks = random.standard_normal(ROWS + FEATURES) * 0.015
    for i in range(1, len(returns)):
        returns[i] = 0.1 * returns[i - 1] + shocks[i]
    lags = [returns[FEATURES - 1 - k:FEATURES - 1 - k + ROWS] for k in range(FEATURES - 1)]
    return np.column_stack(lags + [random.standard_normal(ROWS), returns[FEATURES:FEATURES + ROWS]])


def java(*arguments):
    command = [JAVA, "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
               f"-Djava.util.concurrent.ForkJoinPool.common.parallelism={THREADS - 1}",
               "-cp", CLASSPATH, "benchmarks/LassoSolvers.java", *map(str, arguments)]
    before = time.perf_counter()
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stderr[-3000:])
    return result.stdout.strip(), time.perf_counter() - before


def compare(folder, file):
    rows = np.fromfile(file).reshape(ROWS, FEATURES + 1)
    x = (rows[:, :-1] - rows[:, :-1].mean(0)) / rows[:, :-1].std(0)
    y = (rows[:, -1] - rows[:, -1].mean()) / rows[:, -1].std()
    out = os.path.join(folder, "fit.txt")
    java("fit", file, FEATURES + 1, out)
    largest, same, fits = 0.0, 0, 0
    for line in open(out):
        penalty, *own = map(float, line.split())
        fitted = Lasso(alpha=penalty, tol=1e-12, max_iter=1_000_000, fit_intercept=False).fit(x, y).coef_
        own = np.array(own)
        largest = max(largest, np.abs(own - fitted).max())
        same += ((own != 0) == (fitted != 0)).all()
        fits += 1
    print(f"coefficients: {fits} penalties, largest difference {largest:.1e} SD, same selected set in {same}", flush=True)


def lasso_cv(file):
    rows = np.fromfile(file).reshape(ROWS, FEATURES + 1)
    x = (rows[:, :-1] - rows[:, :-1].mean(0)) / rows[:, :-1].std(0)
    return LassoCV(alphas=100, cv=5, eps=1e-3, n_jobs=1).fit(x, rows[:, -1]).alpha_


def main():
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, f"{i}.f64") for i in range(FILES)]
        for i, file in enumerate(files):
            samples(i).astype("<f8").tofile(file)
        compare(folder, files[0])
        before = time.perf_counter()
        Parallel(n_jobs=THREADS)(delayed(lasso_cv)(files[i % FILES]) for i in range(SYMBOLS))
        python = time.perf_counter() - before
        print(f"LassoCV: {SYMBOLS} symbols {python:.1f} s", flush=True)
        text, whole = java("grid", folder, FEATURES + 1, SYMBOLS)
        own = float(text.split()[0])
        print(f"path solver: {SYMBOLS} symbols {text}, {whole:.1f} s with the JVM's start; LassoCV takes {python / own:.1f} times as long", flush=True)
        text, _ = java("smile", folder, FEATURES + 1, SMILE)
        print(f"Smile: {SMILE} symbols {text}; EXTRAPOLATED to {SYMBOLS}: {float(text.split()[0]) * SYMBOLS / SMILE:.0f} s", flush=True)


main()
