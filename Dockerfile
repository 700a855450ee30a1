# The build commands need nothing but Go and run in any checkout; the image holds the program, certificates and two empty folders.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o out/bin/demarche .
RUN mkdir -p out/data out/tmp

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build --chown=65532:65532 /src/out/ /
USER 65532:65532
ENV DEMARCHE_STORE=/data/demarche.db
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/bin/demarche"]
CMD ["serve", "--listen", "0.0.0.0:8080"]
