import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Another load balancer, with the rules of the site. */
enum Peer {
    NGINX {
        @Override
        String configuration(Path folder, int port, String[] targets) {
            String headers = "proxy_http_version 1.1; proxy_set_header Connection ''; proxy_set_header Host $http_host;"
                    + " proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;"
                    + " proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-Port $server_port;";
            return """
                    worker_processes auto;
                    daemon off;
                    pid %1$s/nginx.pid;
                    error_log stderr error;
                    events { worker_connections 4096; }
                    http {
                      access_log off;
                      client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                      uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                      keepalive_requests 1000000000;
                      upstream confluence { server 127.0.0.1:%3$s; server 127.0.0.1:%4$s; keepalive 64;
                        keepalive_requests 1000000000; }
                      upstream synchrony { server 127.0.0.1:%5$s; server 127.0.0.1:%6$s; keepalive 64;
                        keepalive_requests 1000000000; }
                      server {
                        listen 127.0.0.1:%2$d;
                        location = /synchrony { proxy_pass http://synchrony; %7$s }
                        location /synchrony/ { proxy_pass http://synchrony; %7$s }
                        location / { proxy_pass http://confluence; %7$s }
                      }
                    }
                    """.formatted(folder, port, targets[0], targets[1], targets[2], targets[3], headers);
        }

        @Override
        List<String> command(Path configuration) {
            return List.of("nginx", "-e", "stderr", "-c", configuration.toString());
        }
    },
    HAPROXY {
        @Override
        String configuration(Path folder, int port, String[] targets) {
            return """
                    defaults
                      mode http
                      option forwardfor
                      http-reuse always
                      timeout client 60s
                      timeout server 60s
                      timeout connect 10s
                    frontend http
                      bind 127.0.0.1:%d
                      http-request set-header X-Forwarded-Proto http
                      http-request set-header X-Forwarded-Port 80
                      use_backend synchrony if { path /synchrony } || { path_beg /synchrony/ }
                      default_backend confluence
                    backend confluence
                      balance roundrobin
                      server one 127.0.0.1:%s check
                      server two 127.0.0.1:%s check
                    backend synchrony
                      balance roundrobin
                      server one 127.0.0.1:%s check
                      server two 127.0.0.1:%s check
                    """.formatted(port, targets[0], targets[1], targets[2], targets[3]);
        }

        @Override
        List<String> command(Path configuration) {
            return List.of("haproxy", "-db", "-q", "-f", configuration.toString());
        }
    };

    abstract String configuration(Path folder, int port, String[] targets);

    abstract List<String> command(Path configuration);

    String program() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isInstalled() {
        return isInstalled(program());
    }

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    Child start(Path folder, int port, String[] targets) throws IOException {
        Path file = folder.resolve(program() + ".conf");
        Files.writeString(file, configuration(folder, port, targets));
        return Child.run(command(file));
    }
}
