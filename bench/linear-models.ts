/** One row of numbers, in the order of the names of the features. */
export type Row = readonly number[];

export const dot = (weights: Row, row: Row): number =>
  row.reduce((sum, value, n) => sum + value * (weights[n] ?? 0), 0);

/** A choice among candidates, some of which are right. */
export interface Choice {
  readonly candidates: readonly Row[];
  readonly right: readonly boolean[];
  /** How much the choice counts beside others; 1 when absent. */
  readonly weight?: number;
}

/** Weights under which the right candidates are likeliest, by softmax regression with `ridge` times half the square of the weights. */
export function fitChoices(choices: readonly Choice[], ridge = 0.01): number[] {
  const total = choices.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return descend(choices[0]?.candidates[0]?.length ?? 0, ridge, (weights, gradient) => {
    for (const { candidates, right, weight = 1 } of choices) {
      const powers = candidates.map((row) => Math.exp(Math.min(50, dot(weights, row))));
      const all = powers.reduce((sum, power) => sum + power, 0);
      const good = powers.reduce((sum, power, n) => sum + (right[n] === true ? power : 0), 0);
      for (const [n, row] of candidates.entries()) {
        const push = (powers[n] ?? 0) / all - (right[n] === true ? (powers[n] ?? 0) / good : 0);
        for (const [f, value] of row.entries()) gradient[f] = (gradient[f] ?? 0) + (push * value * weight) / total;
      }
    }
  });
}

/** Adam with its usual settings. https://arxiv.org/abs/1412.6980 */
function descend(size: number, ridge: number, addGradient: (weights: number[], gradient: number[]) => void): number[] {
  const weights = Array.from({ length: size }, () => 0);
  const [mean, square] = [weights.slice(), weights.slice()];
  for (let step = 1; step <= 200; step++) {
    const gradient = weights.map((weight) => ridge * weight);
    addGradient(weights, gradient);
    for (const [f, slope] of gradient.entries()) {
      mean[f] = 0.9 * (mean[f] ?? 0) + 0.1 * slope;
      square[f] = 0.999 * (square[f] ?? 0) + 0.001 * slope * slope;
      const [m, s] = [(mean[f] ?? 0) / (1 - 0.9 ** step), (square[f] ?? 0) / (1 - 0.999 ** step)];
      weights[f] = (weights[f] ?? 0) - (0.1 * m) / (Math.sqrt(s) + 1e-8);
    }
  }
  return weights;
}
