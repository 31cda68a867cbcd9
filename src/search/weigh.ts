/** The sum of the named features, each times its weight. */
export function weigh<Name extends string>(
  names: readonly Name[],
  features: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  return names.reduce((sum, name) => sum + features[name] * weights[name], 0);
}
