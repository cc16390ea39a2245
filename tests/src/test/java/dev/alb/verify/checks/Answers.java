package dev.alb.verify.checks;

import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers by paths, in the place of a site. */
final class Answers implements Http {
    static final Entrance HTTPS = Entrance.of("https", "wiki.example.com", 443);
    static final Entrance HTTP = Entrance.of("http", "wiki.example.com", 80);

    private final Map<String, Answer> byUrl = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    static Answers of(String url, Answer answer) {
        return new Answers().with(url, answer);
    }

    Answers with(String url, Answer answer) {
        byUrl.put(url, answer);
        return this;
    }

    /** An answer with headers, each as {@code name: value}. */
    static Answer answer(int status, String body, String... headers) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            all.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        return new Answer(status, all, body);
    }

    static Answer redirect(String location, String... headers) {
        Answer answer = answer(302, "", headers);
        Map<String, List<String>> all = new TreeMap<>(answer.headers());
        all.put("location", List.of(location));
        return new Answer(302, all, "");
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Answer get(Entrance entrance, String path, Map<String, String> headers) {
        String url = entrance.url(path);
        asked.add(url + headers);
        Answer answer = byUrl.get(url);
        if (answer == null) {
            throw new AssertionError("nobody answers " + url + ", but " + byUrl.keySet());
        }
        return answer;
    }
}
