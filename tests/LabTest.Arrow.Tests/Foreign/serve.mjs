// Answers requests, one JSON line each; `answers` is defined by the part before.
import { createInterface } from 'node:readline';

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const request = JSON.parse(line);
    answer = await answers[request.ask](request);
  } catch (e) {
    answer = { error: String(e?.stack ?? e) };
  }
  console.log(JSON.stringify(answer));
}
