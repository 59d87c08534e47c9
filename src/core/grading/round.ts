/** Rounded to four decimals, so that a figure reads the same wherever it is printed. */
export const round4 = (figure: number) => Math.round(figure * 10_000) / 10_000;
