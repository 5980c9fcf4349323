import { readSandboxConfig } from '#server/config.ts';
import { startSandbox } from './start.ts';

/** The sandbox alone, for any client of the CallPage API. */
async function main(): Promise<void> {
  const sandbox = await startSandbox(readSandboxConfig(process.env));
  // Ctrl-C arrives twice under npm, from the terminal and from npm; closing twice is closing once.
  const close = () => {
    sandbox.close().catch(fail);
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
  void sandbox.broken?.then((why) => {
    fail(why);
    close();
  });
  console.log(`CallPage sandbox: ${sandbox.url}/api/v1/external`);
  console.log(`API key:          ${sandbox.apiKey}`);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

main().catch(fail);
