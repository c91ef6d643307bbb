// A plain static file server, as any host of the portal would be: no index lists, no rewriting.
import {createServer} from 'node:http';
import {readFile} from 'node:fs/promises';
import {extname, join, normalize} from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.xml': 'application/xml', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves `root` below the path `prefix` on a free port; resolves to {origin, close}. `others` are texts
 * of the host by their paths.
 */
export async function serve(root, prefix, others = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    if (path === '/favicon.ico') return response.writeHead(204).end();
    if (path in others) {
      return response.writeHead(200, {'content-type': types[extname(path)]}).end(others[path]);
    }
    try {
      if (!path.startsWith(prefix)) throw new Error('outside');
      const bytes = await readFile(join(root, normalize(path.slice(prefix.length))));
      response.writeHead(200, {'content-type': types[extname(path)] ?? 'application/octet-stream'});
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
