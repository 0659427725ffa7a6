import { exitCodes } from './command.ts';
import { main } from './main.ts';

// Whoever reads the output may have seen enough (head) and closed the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.done);
});
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  // Node would say 1, which means that differences were found.
  process.exitCode = exitCodes.problem;
}
