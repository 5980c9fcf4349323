import { useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { Refine, useGetToPath, useUpdate } from '@refinedev/core';
import {
  Edit,
  EditButton,
  List,
  RefineThemes,
  ThemedLayout,
  useForm,
  useNotificationProvider,
} from '@refinedev/mantine';
import { NotificationsProvider } from '@mantine/notifications';
import { Global, Group, MantineProvider, Pagination, ScrollArea, Switch, Table, TextInput, Title } from '@mantine/core';
import dataProvider from '@refinedev/simple-rest';
import routerProvider from '@refinedev/react-router';
import { useTable } from '@refinedev/react-table';
import { flexRender } from '@tanstack/react-table';
import { BrowserRouter, Outlet, Route, Routes } from 'react-router';
function EnabledToggle({ row }) {
  const { mutate } = useUpdate();
  return (
    <Switch
      aria-label="enabled"
      checked={row.enabled}
      onChange={() =>
        mutate({
          resource: 'widgets',
          id: row.id,
          values: { enabled: !row.enabled },
          mutationMode: 'optimistic',
          successNotification: false,
        })
      }
    />
  );
}
function WidgetList() {
  const columns = useMemo(
    () => [
      { id: 'id', header: 'ID', accessorKey: 'id' },
      { id: 'url', header: 'URL', accessorKey: 'url' },
      { id: 'description', header: 'Description', accessorKey: 'description' },
      {
        id: 'enabled',
        header: 'Enabled',
        accessorKey: 'enabled',
        cell: ({ row }) => <EnabledToggle row={row.original} />,
      },
      { id: 'locale_code', header: 'Locale', accessorKey: 'locale_code' },
      { id: 'managers', header: 'Managers', accessorKey: 'managers' },
      {
        id: 'actions',
        header: 'Actions',
        accessorKey: 'id',
        cell: ({ getValue }) => <EditButton hideText recordItemId={getValue()} />,
      },
    ],
    [],
  );
  const size = +(new URLSearchParams(location.search).get('pageSize') || 25);
  const {
    reactTable: { getHeaderGroups, getRowModel },
    refineCore: { setCurrentPage, pageCount, currentPage, setFilters },
  } = useTable({ columns, refineCoreProps: { pagination: { pageSize: size } } });
  return (
    <List>
      <TextInput
        placeholder="Filter"
        mb="sm"
        onChange={(e) => setFilters([{ field: 'q', operator: 'eq', value: e.currentTarget.value }])}
      />
      <ScrollArea>
        <Table highlightOnHover>
          <thead>
            {getHeaderGroups().map((g) => (
              <tr key={g.id}>
                {g.headers.map((h) => (
                  <th key={h.id}>{flexRender(h.column.columnDef.header, h.getContext())}</th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {getRowModel().rows.map((row) => (
              <tr key={row.id}>
                {row.getVisibleCells().map((c) => (
                  <td key={c.id}>{flexRender(c.column.columnDef.cell, c.getContext())}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollArea>
      <br />
      <Pagination position="right" total={pageCount} page={currentPage} onChange={setCurrentPage} />
    </List>
  );
}
function WidgetEdit() {
  const { saveButtonProps, getInputProps } = useForm({
    initialValues: { url: '', description: '', enabled: false, locale_code: '' },
  });
  return (
    <Edit saveButtonProps={saveButtonProps}>
      <form>
        <TextInput mt="sm" label="URL" {...getInputProps('url')} />
        <TextInput mt="sm" label="Description" {...getInputProps('description')} />
        <Switch mt="sm" label="Enabled" {...getInputProps('enabled', { type: 'checkbox' })} />
        <TextInput mt="sm" label="Locale" {...getInputProps('locale_code')} />
      </form>
    </Edit>
  );
}
const App = () => (
  <BrowserRouter>
    <MantineProvider theme={RefineThemes.Blue} withNormalizeCSS withGlobalStyles>
      <Global styles={{ body: { WebkitFontSmoothing: 'auto' } }} />
      <NotificationsProvider position="top-right">
        <Refine
          dataProvider={dataProvider('/api')}
          routerProvider={routerProvider}
          notificationProvider={useNotificationProvider}
          options={{ disableTelemetry: true, syncWithLocation: false }}
          resources={[
            { name: 'home', list: '/' },
            { name: 'widgets', list: '/widgets', edit: '/widgets/edit/:id' },
          ]}
        >
          <Routes>
            <Route
              element={
                <ThemedLayout>
                  <Outlet />
                </ThemedLayout>
              }
            >
              <Route index element={<Title>Home</Title>} />
              <Route path="/widgets" element={<WidgetList />} />
              <Route path="/widgets/edit/:id" element={<WidgetEdit />} />
            </Route>
          </Routes>
        </Refine>
      </NotificationsProvider>
    </MantineProvider>
  </BrowserRouter>
);
createRoot(document.getElementById('root')).render(<App />);
