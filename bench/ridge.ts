/**
 * Weights that tell `targets` from `rows` of features with the least squares, by ridge regression with an intercept.
 *
 * Solves the normal equations by Gauss-Jordan elimination. https://en.wikipedia.org/wiki/Ridge_regression
 *
 * @param penalty what a weight costs by its square; the intercept is free.
 * @returns one weight a feature, and the intercept last.
 */
export function ridge(rows: readonly (readonly number[])[], targets: readonly number[], penalty: number): number[] {
  const features = rows[0]?.length ?? 0;
  const size = features + 1;
  // The normal equations as one table, the right side in its last column.
  const table = Array.from({ length: size }, () => new Float64Array(size + 1));
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  const add = (row: number, column: number, value: number): void => {
    const line = table[row];
    if (line !== undefined) line[column] = at(row, column) + value;
  };
  for (const [n, row] of rows.entries()) {
    const extended = [...row, 1];
    for (const [i, a] of extended.entries()) {
      for (const [j, b] of extended.entries()) add(i, j, a * b);
      add(i, size, a * (targets[n] ?? 0));
    }
  }
  for (let i = 0; i < features; i++) add(i, i, penalty);
  // The table is symmetric and positive definite: no pivoting is needed.
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = at(row, pivot) / at(pivot, pivot);
      for (let column = pivot; column <= size; column++) add(row, column, -factor * at(pivot, column));
    }
  }
  return Array.from({ length: size }, (_, i) => at(i, size) / at(i, i));
}
