import { startPlayground } from './playground.ts';

/** Where the page is, unless something else is there already. */
const PORT = 3000;

/** Runs the playground until SIGTERM or SIGINT, then ends with exit code 0. */
export async function runPlayground(corpusFolder: string): Promise<void> {
  const told = new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const playground = await startPlayground({
    corpusFolder,
    port: PORT,
    log: (line) => void process.stdout.write(`${line}\n`),
  });
  await told;
  await playground.close();
}
