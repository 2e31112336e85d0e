# The build needs no database and no secret; URLs and secrets are given when the container runs (see docs/deploy.md).
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
COPY patches ./patches
COPY scripts/postinstall.mjs ./scripts/
RUN npm ci --include=dev
COPY . .
RUN npm run build && node scripts/standalone.mjs /standalone

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 APP_MODE=live HOST=0.0.0.0 PORT=3000
COPY --from=build /standalone ./
ENV FILES_DIR=/files
RUN mkdir /files && chown node /files
VOLUME /files
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Migrates first when DATABASE_OWNER_URL is given; instances that start together take turns.
CMD ["node", "--max-semi-space-size=32", "start.mjs"]
