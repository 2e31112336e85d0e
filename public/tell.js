// Shows what is told while no page of ours is looked at: an open page tells of it itself.
self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json();
  const show = async () => {
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (pages.some((page) => page.visibilityState === "visible")) return;
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
