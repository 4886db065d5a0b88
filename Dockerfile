# Build: all dependencies and the compiler, and what the database's driver is compiled with where no binary fits.
FROM node:20.19-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY scripts scripts
COPY src src
COPY commands commands
COPY content content
RUN npm run build && npm prune --omit=dev

# Run: the compiled program, its content and what it needs at run time, as a user without rights. It writes nowhere but
# to data/, so that the rest may be read-only.
FROM node:20.19-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY src/locales src/locales
COPY content content
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Helpers that collect garbage cost a heap this small more than they spare.
CMD ["node", "--single-threaded-gc", "dist/app/bin.js"]
