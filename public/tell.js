// Shows what is told while none of the pages it is for is looked at: an open one tells of it itself.
self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json();
  const show = async () => {
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const own = pages.filter((page) => page.url.startsWith(self.registration.scope));
    if (own.some((page) => page.visibilityState === "visible")) return;
    await self.registration.showNotification(title, { body, tag, icon: "/icon.svg", data: { url } });
  };
  event.waitUntil(show());
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const to = new URL(event.notification.data.url || "/", self.location.origin);
  if (to.origin !== self.location.origin) return;
  const open = async () => {
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const page = pages.find((one) => new URL(one.url).pathname === to.pathname);
    if (!page) return self.clients.openWindow(to.href);
    await page.navigate(to.href).catch(() => undefined);
    return page.focus();
  };
  event.waitUntil(open());
});
