// Keeps what the offline page lists (docs/decisions/0066).
const kept = what => caches.match(what, { ignoreVary: true });

onfetch = event => {
  const { method, destination, mode } = event.request;
  // A server that fails is as good as none.
  if (method === "GET" && destination) event.respondWith(fetch(event.request).catch(() => null).then(async answer =>
    answer?.status < 500 ? answer : await kept(event.request) || answer || mode === "navigate" && kept("/offline/")));
};

onmessage = event => event.waitUntil(keep(event.data));
async function keep(name) {
  const cache = await caches.open(name), was = await cache.match("/offline/"), fresh = {};
  if (Date.now() - Date.parse(was?.headers.get("Date")) < 3e5) return;
  async function take(path, mine = `"${name}"`) {
    const answer = await fetch(path, { headers: { "X-Keep": 1 } }), words = await answer.clone().text();
    if (answer.ok && words.includes(mine)) fresh[path] = answer;
    return words;
  }
  let words = await take("/offline/");
  for (const [, path] of words.matchAll(/href="([^"]+)" data-kept/g)) words += await take(path);
  for (const [, path] of words.matchAll(/(?:stylesheet" href|src)="([^"]+)"/g)) fresh[path] || await take(path, "");
  // Where the list cannot be had, what was kept stays.
  if (!fresh["/offline/"]) return;
  for (const path in fresh) await cache.put(path, fresh[path]);
  for (const old of await cache.keys()) old.url.replace(location.origin, "") in fresh || await cache.delete(old);
}
