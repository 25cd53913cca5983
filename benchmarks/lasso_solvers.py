"""Coefficients and time of the path solver beside scikit-learn's.

python3 benchmarks/lasso_solvers.py CLASSPATH [SYMBOLS [ROWS]]   (from the repository's folder; needs numpy and scikit-learn)
python3 benchmarks/lasso_solvers.py CLASSPATH set FOLDER          only coefficients, on a training set of the lake

CLASSPATH: training-job/target/training-job-function.jar. JAVA names the java to run.
FOLDER: training/sets/<id>, in the bucket's folder of a local run; samples are made of it by the training job's own code.
Made-up samples are of two kinds: `lags`, 39 lagged returns of a weak AR(1) and a column of noise, nearly uncorrelated; and
`averages`, 20 lagged returns and 20 ratios of the price to its averages, which overlap and correlate up to 0.99. Ten symbols
are reused in turn so that 500 fit on a disk; each is read from its file and solved anew every time.
"""
import os
import subprocess
import sys
import tempfile
import time

# LassoCV's own tolerance is not always reached, which it says for each fit: 90,000 lines. Set for its processes, too.
os.environ.setdefault("PYTHONWARNINGS", "ignore")

import numpy as np
from joblib import Parallel, delayed
from sklearn.linear_model import Lasso, LassoCV

CLASSPATH = sys.argv[1]
OF_SET = sys.argv[2:3] == ["set"]
SYMBOLS = int(sys.argv[2]) if len(sys.argv) > 2 and not OF_SET else 500
ROWS = int(sys.argv[3]) if len(sys.argv) > 3 and not OF_SET else 6000
JAVA = os.environ.get("JAVA", "java")
FEATURES = 40
FILES = 10
SMILE = 10
THREADS = 2


def samples(seed, kind):
    random = np.random.default_rng(seed)
    before = 120
    returns = np.zeros(before + ROWS + 1)
    shocks = random.standard_normal(len(returns)) * 0.015
    for i in range(1, len(returns)):
        returns[i] = 0.1 * returns[i - 1] + shocks[i]
    lags = [returns[before - k:before - k + ROWS] for k in range(FEATURES - 1)]
    target = returns[before + 1:before + 1 + ROWS]
    if kind == "lags":
        return np.column_stack(lags + [random.standard_normal(ROWS), target])
    prices = np.concatenate([[0.0], np.cumsum(np.exp(np.cumsum(returns)))])
    averages = [np.exp(np.cumsum(returns))[before:before + ROWS] * days
                / (prices[before + 1:before + 1 + ROWS] - prices[before + 1 - days:before + 1 - days + ROWS])
                for days in range(5, 105, 5)]
    return np.column_stack(lags[:20] + [np.log(average) for average in averages] + [target])


def java(*arguments):
    command = [JAVA, "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
               f"-Djava.util.concurrent.ForkJoinPool.common.parallelism={THREADS - 1}",
               "-cp", CLASSPATH, "benchmarks/LassoSolvers.java", *map(str, arguments)]
    before = time.perf_counter()
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stderr[-3000:])
    return result.stdout.strip(), time.perf_counter() - before


def standardised(file, columns):
    rows = np.fromfile(file).reshape(-1, columns)
    return (rows - rows.mean(0)) / rows.std(0)


def compare(folder, file, columns, name):
    rows = standardised(file, columns)
    x, y = np.asfortranarray(rows[:, :-1]), rows[:, -1]
    out = os.path.join(folder, "fit.txt")
    java("fit", file, columns, out)
    largest, same, fits, unsure = 0.0, 0, 0, 0
    for line in open(out):
        penalty, *own = map(float, line.split())
        model = Lasso(alpha=penalty, tol=1e-12, max_iter=1_000_000, fit_intercept=False, precompute=True).fit(x, y)
        own = np.array(own)
        largest = max(largest, np.abs(own - model.coef_).max())
        same += ((own != 0) == (model.coef_ != 0)).all()
        fits += 1
        unsure += model.n_iter_ >= 1_000_000
    print(f"coefficients, {name}: {len(rows)} rows x {columns - 1} features, {fits} penalties, largest difference {largest:.1e} SD, "
          f"same selected set in {same}, not converged {unsure}", flush=True)
    return largest


def compare_set(folder):
    java("samples", sys.argv[3], 0, folder)
    files = sorted(file for file in os.listdir(folder) if file.endswith(".f64"))
    largest = 0.0
    for file in files:
        symbol, columns, _ = file.split("_")
        largest = max(largest, compare(folder, os.path.join(folder, file), int(columns), symbol))
    print(f"largest difference over {len(files)} symbols: {largest:.1e} SD")


def lasso_cv(file):
    rows = np.fromfile(file).reshape(ROWS, FEATURES + 1)
    x = (rows[:, :-1] - rows[:, :-1].mean(0)) / rows[:, :-1].std(0)
    return LassoCV(alphas=100, cv=5, eps=1e-3, n_jobs=1).fit(x, rows[:, -1]).alpha_


def timed(folder, kind):
    files = [os.path.join(folder, f"{i}.f64") for i in range(FILES)]
    for i, file in enumerate(files):
        samples(i, kind).astype("<f8").tofile(file)
    compare(folder, files[0], FEATURES + 1, kind)
    before = time.perf_counter()
    Parallel(n_jobs=THREADS)(delayed(lasso_cv)(files[i % FILES]) for i in range(SYMBOLS))
    python = time.perf_counter() - before
    print(f"LassoCV, {kind}: {SYMBOLS} symbols {python:.1f} s", flush=True)
    text, whole = java("grid", folder, FEATURES + 1, SYMBOLS)
    own = float(text.split()[0])
    print(f"path solver, {kind}: {SYMBOLS} symbols {text}, {whole:.1f} s with the JVM's start; LassoCV takes "
          f"{python / own:.1f} times as long ({python / whole:.1f} with the start)", flush=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        if OF_SET:
            compare_set(folder)
            return
        timed(folder, "averages")
        timed(folder, "lags")
        text, _ = java("smile", folder, FEATURES + 1, SMILE)
        print(f"Smile, lags: {SMILE} symbols {text}; EXTRAPOLATED to {SYMBOLS}: {float(text.split()[0]) * SYMBOLS / SMILE:.0f} s", flush=True)


main()
