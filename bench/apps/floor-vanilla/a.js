const m = document.getElementById('m'),
  c = new Map();
let q = '';
const esc = (s) => String(s).replace(/[&<>"]/g, (x) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[x]);
async function list(size) {
  const k = q + size;
  const draw = (d) => {
    if (!location.hash.startsWith('#/widgets')) return;
    let b = m.querySelector('tbody');
    if (!b) {
      m.innerHTML =
        '<input id="q" placeholder="Filter"><table><thead><tr><th>id<th>url<th>description<th>enabled<th>locale<th>managers</tr></thead><tbody></tbody></table>';
      m.querySelector('#q').oninput = (e) => {
        q = e.target.value;
        list(size);
      };
      b = m.querySelector('tbody');
    }
    b.innerHTML = d.items
      .map(
        (r) =>
          `<tr><td>${r.id}<td><a href="#/widgets/${r.id}">${esc(r.url)}</a><td>${esc(r.description)}<td><input type="checkbox" data-id="${r.id}" ${r.enabled ? 'checked' : ''}><td>${r.locale_code}<td>${r.managers}</tr>`,
      )
      .join('');
  };
  if (c.has(k)) draw(c.get(k));
  const d = await (await fetch(`/api/widgets?page=1&size=${size}&q=${encodeURIComponent(q)}`)).json();
  c.set(k, d);
  draw(d);
}
m.addEventListener('change', (e) => {
  if (e.target.dataset.id)
    fetch('/api/widgets/' + e.target.dataset.id, {
      method: 'PUT',
      body: JSON.stringify({ enabled: e.target.checked }),
    });
});
function route() {
  const h = location.hash;
  if (h.startsWith('#/widgets')) {
    m.innerHTML = '';
    q = '';
    list(+(h.match(/size=(\d+)/)?.[1] || 25));
  } else m.innerHTML = '<h1>Home</h1>';
}
addEventListener('hashchange', route);
route();
