# The program in a small image; tests run the commands of the first stage.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /demarche .

FROM alpine:3.22
RUN adduser -D -u 10001 demarche && install -d -o demarche /data
COPY --from=build /demarche /usr/local/bin/demarche
USER demarche
WORKDIR /data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["demarche"]
CMD ["serve", "--listen", "0.0.0.0:8080"]
