export interface SeenRequest {
  method: string;
  /** Without its query, which may hold a phone number. */
  path: string;
  /** null where no operation has this method and path */
  operation: string | null;
}

const most = 1000;

/** What reached the sandbox, for tests that prove what did not: the last 1,000 requests, and how many of each. */
export class Seen {
  #requests: SeenRequest[] = [];
  #counts = new Map<string, number>();

  add(request: SeenRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > most) this.#requests.shift();
    const name = request.operation ?? 'unknown';
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  report(): { total: number; counts: Record<string, number>; requests: SeenRequest[] } {
    const total = [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
    return { total, counts: Object.fromEntries(this.#counts), requests: this.#requests };
  }

  clear(): void {
    this.#requests = [];
    this.#counts.clear();
  }
}
