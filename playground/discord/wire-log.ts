/** One request of the bot and what it was answered. */
export interface WireRequest {
  readonly method: string;
  /** Below `/api/v10`, without the query: `/channels/123/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What is to stand in the audit log. */
  readonly reason: string | null;
  readonly status: number;
  readonly response: unknown;
}

/** A request body that breaks Discord's own description of its interface, or one of the rules for components. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly problems: readonly string[];
}

/** A failure that a test orders. */
export interface PlannedFailure {
  readonly method?: string;
  readonly path?: RegExp;
  readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503;
  readonly code?: number;
  readonly message?: string;
  /** How long the bot is to wait before it asks again, in seconds; of a 429. */
  readonly retryAfter?: number;
}

/** What crossed the wire, and what is to go wrong on it. */
export class WireLog {
  readonly requests: WireRequest[] = [];
  readonly violations: Violation[] = [];
  readonly failures: PlannedFailure[] = [];
  /** How long each request waits for its answer. */
  latencyMs = 0;

  /** The latest request that was refused, in words that explain why nothing came. */
  lastRefusal(): string {
    const refused = this.requests.findLast(({ status }) => status >= 400);
    if (refused === undefined) return '';
    const { method, path, status, response } = refused;
    return `; the last refusal was ${status} to ${method} ${path}: ${JSON.stringify(response)}`;
  }

  takeFailure(method: string, path: string): PlannedFailure | undefined {
    const index = this.failures.findIndex(
      (failure) => (failure.method ?? method) === method && (failure.path?.test(path) ?? true),
    );
    return index === -1 ? undefined : this.failures.splice(index, 1)[0];
  }
}
