import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/AppShell.css';
import '@mantine/core/styles/NavLink.css';
import '@mantine/core/styles/Title.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Group.css';
import '@mantine/core/styles/Stack.css';
import '@mantine/core/styles/Table.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/Pagination.css';
import '@mantine/core/styles/Anchor.css';
import '@mantine/core/styles/Text.css';
import { lazy, memo, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  Anchor,
  AppShell,
  Group,
  MantineProvider,
  NavLink,
  Pagination,
  Stack,
  Switch,
  Table,
  TextInput,
  Title,
} from '@mantine/core';
import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { BrowserRouter, Link, Route, Routes, useLocation, useSearchParams } from 'react-router';
const EditPage = lazy(() => import('./edit'));
const qc = new QueryClient({ defaultOptions: { queries: { staleTime: 5000 } } });
const Row = memo(function Row({ r, onToggle }) {
  return (
    <Table.Tr>
      <Table.Td>{r.id}</Table.Td>
      <Table.Td>
        <Anchor component={Link} to={`/widgets/${r.id}`}>
          {r.url}
        </Anchor>
      </Table.Td>
      <Table.Td>{r.description}</Table.Td>
      <Table.Td>
        <Switch aria-label="enabled" checked={r.enabled} onChange={() => onToggle(r)} />
      </Table.Td>
      <Table.Td>{r.locale_code}</Table.Td>
      <Table.Td>{r.managers}</Table.Td>
    </Table.Tr>
  );
});
function List() {
  const [sp] = useSearchParams();
  const size = +(sp.get('size') || 25);
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const client = useQueryClient();
  const key = ['widgets', page, size, q];
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await fetch(`/api/widgets?page=${page}&size=${size}&q=${encodeURIComponent(q)}`, { signal })).json(),
    placeholderData: keepPreviousData,
  });
  const { mutate } = useMutation({
    mutationFn: (r) => fetch(`/api/widgets/${r.id}`, { method: 'PUT', body: JSON.stringify({ enabled: !r.enabled }) }),
    onMutate: (r) => {
      const prev = client.getQueryData(key);
      client.setQueryData(key, (d) => ({
        ...d,
        items: d.items.map((x) => (x.id === r.id ? { ...x, enabled: !x.enabled } : x)),
      }));
      return { prev };
    },
    onError: (_e, _r, c) => client.setQueryData(key, c.prev),
  });
  return (
    <Stack>
      <Title order={2}>Widgets</Title>
      <Group>
        <TextInput
          placeholder="Filter"
          value={q}
          onChange={(e) => {
            setQ(e.currentTarget.value);
            setPage(1);
          }}
        />
      </Group>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {['ID', 'URL', 'Description', 'Enabled', 'Locale', 'Managers'].map((h) => (
              <Table.Th key={h}>{h}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.items.map((r) => (
            <Row key={r.id} r={r} onToggle={mutate} />
          ))}
        </Table.Tbody>
      </Table>
      {data && <Pagination total={Math.ceil(data.total / size)} value={page} onChange={setPage} />}
    </Stack>
  );
}
function Shell() {
  const { pathname } = useLocation();
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 220, breakpoint: 'sm' }} padding="md">
      <AppShell.Header p="xs">Floor</AppShell.Header>
      <AppShell.Navbar p="xs">
        <NavLink component={Link} to="/" label="Home" active={pathname === '/'} />
        <NavLink component={Link} to="/widgets" label="Widgets" active={pathname.startsWith('/widgets')} />
      </AppShell.Navbar>
      <AppShell.Main>
        <Suspense fallback={null}>
          <Routes>
            <Route path="/" element={<Title order={2}>Home</Title>} />
            <Route path="/widgets" element={<List />} />
            <Route path="/widgets/:id" element={<EditPage />} />
          </Routes>
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
createRoot(document.getElementById('root')).render(
  <MantineProvider>
    <QueryClientProvider client={qc}>
      <BrowserRouter>
        <Shell />
      </BrowserRouter>
    </QueryClientProvider>
  </MantineProvider>,
);
