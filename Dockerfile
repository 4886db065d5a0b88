# Build: all dependencies and the compiler, and what the database's driver is compiled with where no binary fits.
FROM node:20 AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
COPY commands commands
RUN npm run build && npm prune --omit=dev

# Run: the compiled program, its content and what it needs at run time, as a user without rights.
FROM node:20-slim
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
CMD ["node", "dist/src/bin.js"]
