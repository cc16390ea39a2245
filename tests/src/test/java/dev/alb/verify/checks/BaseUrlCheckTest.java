package dev.alb.verify.checks;

import static dev.alb.verify.checks.Answers.HTTPS;
import static dev.alb.verify.checks.Answers.answer;
import static dev.alb.verify.checks.Answers.redirect;

import dev.alb.site.SiteText;
import dev.alb.verify.Deployment;
import dev.alb.verify.Seen;
import org.junit.jupiter.api.Test;

/** Where Confluence sends people who open the site. */
class BaseUrlCheckTest {
    private static final String ROOT = "https://wiki.example.com/";
    private static final String LOGIN = ROOT + "login.action";
    private static final String CONNECTOR =
            "scheme=\"https\" secure=\"true\" proxyName=\"wiki.example.com\" proxyPort=\"443\"";

    private static BaseUrlCheck check(Answers answers) {
        return new BaseUrlCheck(new Deployment(SiteText.read("")), HTTPS, answers);
    }

    @Test
    void a_page_after_redirects_at_the_base_url_is_well() throws Exception {
        Answers answers = Answers.of(ROOT, redirect("/login.action")).with(LOGIN, answer(200, "log in"));
        Seen.passes(check(answers), LOGIN + " gives HTTP 200.");
    }

    @Test
    void a_redirect_to_another_scheme_host_or_port_shows_what_the_connector_lacks() throws Exception {
        for (String wrong : new String[] {
            "http://wiki.example.com/login.action",
            "https://10.0.0.1:8090/login.action",
            "https://wiki.example.com:8090/login.action"
        }) {
            Seen.fails(
                    check(Answers.of(ROOT, redirect(wrong))),
                    ROOT + " redirects to " + wrong + ", which is not at https://wiki.example.com.",
                    CONNECTOR);
        }
    }

    @Test
    void a_circle_ends() throws Exception {
        Answers answers = Answers.of(ROOT, redirect("/login.action")).with(LOGIN, redirect(ROOT));
        Seen.fails(check(answers), ROOT + " redirects in a circle, at last to " + ROOT + ".", CONNECTOR);
    }

    @Test
    void a_login_elsewhere_is_well() throws Exception {
        String sso = "https://sso.example.com/saml";
        Answers answers = Answers.of(ROOT, redirect("/login.action")).with(LOGIN, redirect(sso));
        Seen.passes(check(answers), LOGIN + " redirects to " + sso + ", another host, to sign in.");
    }

    @Test
    void an_error_of_confluence_is_a_failure() throws Exception {
        Seen.fails(check(Answers.of(ROOT, answer(500, ""))), ROOT + " gives HTTP 500.", "atlassian-confluence.log");
        Seen.skips(
                check(Answers.of(ROOT, redirect("https://x/?redirect_uri=https://y/oauth2/idpresponse"))), "sign in");
    }
}
