import { readConfig } from '#server/config.ts';
import { startSandbox } from './start.ts';

/** The sandbox alone, for any client of the CallPage API. */
async function main(): Promise<void> {
  const sandbox = await startSandbox(readConfig(process.env));
  console.log(`CallPage sandbox: ${sandbox.url}/api/v1/external`);
  console.log(`API key:          ${sandbox.apiKey}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      sandbox.close().catch(fail);
    });
  }
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

main().catch(fail);
