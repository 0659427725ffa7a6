/** Lanczos' approximation, g = 7: relative error below 1e-14 for x > 0. Source: Press et al., Numerical Recipes, 3rd ed., §6.1. */
const lanczos = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = lanczos.reduce((total, each, place) => (place === 0 ? each : total + each / (x - 1 + place)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
/** ln n! for whole n ≥ 0: summed exactly where n is small, so that differences of large ones keep their digits. */
export function logFactorial(n: number): number {
  if (n > 5000) return logGamma(n + 1);
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}
/** ln of how many ways there are to choose k of n. */
export const chooseLog = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** The upper regularised incomplete gamma function Q(a, x), by series or continued fraction. Source: Numerical Recipes §6.2. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < 10_000 && Math.abs(term) > Math.abs(sum) * 1e-17; k++) sum += term *= x / (a + k);
    return 1 - front * sum;
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 10_000; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (Math.abs(an * d + b) < tiny ? tiny : an * d + b);
    c = Math.abs(b + an / c) < tiny ? tiny : b + an / c;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return front * h;
}
/** The chance of a χ² of at least x with `df` degrees of freedom. */
export const chiSquareTail = (x: number, df: number): number => gammaQ(df / 2, x / 2);
/** The chance that a standard normal value lies at least |z| from 0. */
export const normalTwoSided = (z: number): number => gammaQ(0.5, (z * z) / 2);
/** The z that `level` of a standard normal distribution lies within: 1.96 for 0.95. Newton's method on the tail. */
export function normalQuantile(level: number): number {
  let z = 1;
  for (let turn = 0; turn < 100; turn++) {
    const step = (normalTwoSided(z) - (1 - level)) / (2 * Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI));
    z += Math.max(-1, Math.min(1, step));
    if (Math.abs(step) < 1e-15) break;
  }
  return z;
}

/** The regularised incomplete beta function I_x(a, b), by continued fraction. Source: Numerical Recipes §6.4. */
export function betaI(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaI(b, a, 1 - x);
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    let step = 1;
    for (const factor of [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))]) {
      d = 1 / (Math.abs(1 + factor * d) < tiny ? tiny : 1 + factor * d);
      c = Math.abs(1 + factor / c) < tiny ? tiny : 1 + factor / c;
      step = d * c;
      h *= step;
    }
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return (Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) * h) / a;
}
/** Where a growing function reaches 0 between two values, by halving until no number lies between. */
export function root(of: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let turn = 0; turn < 300; turn++) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    if (of(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
/** The x for which I_x(a, b) is `share`. */
export const betaQuantile = (a: number, b: number, share: number): number => root((x) => betaI(a, b, x) - share, 0, 1);

/**
 * Where a function reaches 0 between two values, found as R's uniroot finds it and as nearly (2⁻¹³): programs that are
 * compared with R give its digits. Source: Brent 1973, procedure zero; R's zeroin.c.
 */
export function rootAsInR(of: (x: number) => number, low: number, high: number): number {
  const tolerance = Number.EPSILON ** 0.25;
  let [a, b, c] = [low, high, low];
  let [fa, fb] = [of(a), of(b)];
  let fc = fa;
  if (fa === 0) return a;
  for (let turn = 0; turn < 1000; turn++) {
    const before = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b] = [b, c];
      c = a;
      [fa, fb] = [fb, fc];
      fc = fa;
    }
    const near = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    let step = (c - b) / 2;
    if (Math.abs(step) <= near || fb === 0) return b;
    if (Math.abs(before) >= near && Math.abs(fa) > Math.abs(fb)) {
      const [cb, t1] = [c - b, a === c ? fb / fa : fb / fc];
      const [q0, t2] = [fa / fc, fb / fa];
      let p = a === c ? cb * t1 : t2 * (cb * q0 * (q0 - t1) - (b - a) * (t1 - 1));
      let q = a === c ? 1 - t1 : (q0 - 1) * (t1 - 1) * (t2 - 1);
      if (p > 0) q = -q;
      else p = -p;
      if (p < 0.75 * cb * q - Math.abs(near * q) / 2 && p < Math.abs((before * q) / 2)) step = p / q;
    }
    if (Math.abs(step) < near) step = step > 0 ? near : -near;
    [a, fa] = [b, fb];
    b += step;
    fb = of(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) [c, fc] = [a, fa];
  }
  return b;
}
