#!/bin/sh
# Plans, reviews the plan, and keeps one comment with the review on a pull request.
#
#   sh recipes/review.sh plan              plans and writes review/review.{md,html,sarif}
#   sh recipes/review.sh comment [FILE]    posts FILE, or review/review.md, or updates the comment that is there
#
# What can be set:
#   ALB             the launcher; ./alb
#   SITE            a site file for ./alb plan; confluence.yaml
#   STACK           a folder of Terraform instead, with any stack; initialized by terraform init, in the sandbox for SANDBOX
#   SANDBOX         not empty: plan in the simulated AWS, without credentials
#   FAIL_ON         low, medium, high or critical: fail from there on; never, if it is empty
#   LIMIT           the longest comment; 65000, as GitHub takes 65536
#   REVIEW_LINK     where the whole review is, if the comment had to be shortened
#   REVIEW_FOLDER   where the reports go; review
#   REVIEW_NAME     tells the comments of several reviews on one pull request apart; plan
# For a comment on GitHub:  GITHUB_REPOSITORY, PULL_REQUEST, GH_TOKEN, and COMMENT_AUTHOR if it is not github-actions[bot]
# For a comment on GitLab:  CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID, GITLAB_TOKEN (a project access token, scope api)
set -eu

alb=${ALB:-./alb}
folder=${REVIEW_FOLDER:-review}
name=${REVIEW_NAME:-plan}
marker="<!-- alb-review: $name -->"

fail() {
    echo "review.sh: $1" >&2
    exit 2
}

plan() {
    mkdir -p "$folder"
    set -- --limit "${LIMIT:-65000}"
    for ending in md html sarif; do
        set -- "$@" --report "$folder/review.$ending"
    done
    [ -z "${FAIL_ON:-}" ] || set -- "$@" --fail-on "$FAIL_ON"
    [ -z "${REVIEW_LINK:-}" ] || set -- "$@" --link "$REVIEW_LINK"
    if [ -n "${STACK:-}" ]; then
        plan_stack "$@"
    else
        [ -z "${SANDBOX:-}" ] || set -- "$@" --sandbox
        "$alb" plan -c "${SITE:-confluence.yaml}" "$@" -input=false -no-color
    fi
}

# A plan holds secrets: nobody else may read it, and it does not outlive this script.
plan_stack() {
    umask 077
    private=$(mktemp -d)
    trap 'rm -rf "$private"' EXIT
    in_stack plan -input=false -no-color -out="$private/plan"
    in_stack show -json "$private/plan" >"$private/plan.json"
    "$alb" review "$private/plan.json" "$@"
}

in_stack() {
    if [ -n "${SANDBOX:-}" ]; then
        "$alb" sandbox -- terraform -chdir="$STACK" "$@"
    else
        terraform -chdir="$STACK" "$@"
    fi
}

comment() {
    body=$1
    [ -f "$body" ] || fail "there is no $body to post"
    posted=$(mktemp)
    trap 'rm -f "$posted"' EXIT
    { echo "$marker"; cat "$body"; } >"$posted"
    if [ -n "${GITHUB_REPOSITORY:-}" ]; then
        comment_on_github "$posted"
    elif [ -n "${CI_API_V4_URL:-}" ]; then
        comment_on_gitlab "$posted"
    else
        fail "neither GITHUB_REPOSITORY nor CI_API_V4_URL says where to comment"
    fi
}

# Only a comment that this very account has written is taken for the review's own.
comment_on_github() {
    [ -n "${PULL_REQUEST:-}" ] || fail "PULL_REQUEST must be the number of the pull request"
    export MARKER="$marker" AUTHOR="${COMMENT_AUTHOR:-github-actions[bot]}"
    id=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments?per_page=100" \
        --jq '.[] | select(.user.login == env.AUTHOR and (.body | startswith(env.MARKER))) | .id' | head -n 1)
    if [ -n "$id" ]; then
        gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$1"
    else
        gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --field "body=@$1"
    fi
}

comment_on_gitlab() {
    if [ -z "${GITLAB_TOKEN:-}" ]; then
        echo "review.sh: without GITLAB_TOKEN there is no comment; the review is among the artifacts" >&2
        return
    fi
    notes="projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
    author=$(gitlab GET user | jq .id)
    id=$(note_of "$author")
    jq -Rs '{body: .}' "$1" >"$1.json"
    trap 'rm -f "$posted" "$posted.json"' EXIT
    if [ -n "$id" ]; then
        gitlab PUT "$notes/$id" --data "@$1.json" >/dev/null
    else
        gitlab POST "$notes" --data "@$1.json" >/dev/null
    fi
}

note_of() {
    page=1
    while :; do
        found=$(gitlab GET "$notes?sort=asc&per_page=100&page=$page")
        mine=$(printf '%s' "$found" | jq -r --arg marker "$marker" --argjson author "$1" \
            'map(select(.author.id == $author and (.body | startswith($marker)))) | .[0].id // empty')
        if [ -n "$mine" ] || [ "$(printf '%s' "$found" | jq length)" -lt 100 ]; then
            printf '%s' "$mine"
            return
        fi
        page=$((page + 1))
    done
}

# The token goes by standard input, as anybody on the machine can read a command line.
gitlab() {
    method=$1
    path=$2
    shift 2
    printf 'header = "PRIVATE-TOKEN: %s"\n' "$GITLAB_TOKEN" |
        curl --fail --silent --show-error --config - --request "$method" \
            --header "Content-Type: application/json" "$@" "$CI_API_V4_URL/$path"
}

case ${1:-} in
    plan) plan ;;
    comment) comment "${2:-$folder/review.md}" ;;
    *) fail "say plan or comment" ;;
esac
