"""Compares the results of the hostile suite with the cases that are accepted.

    python3 hostile.py RESULTS.json ACCEPTED.txt

Exit code 1 when a "must" case fails that is not accepted, or an accepted one is met.
"""
import json
import sys

results, accepted = sys.argv[1:]
with open(accepted, encoding="utf-8") as f:
    known = {line.split()[0] for line in f if line.strip() and not line.startswith("#")}
with open(results, encoding="utf-8") as f:
    cases = json.load(f)["cases"]

wrong = 0
for case in cases:
    if case["level"] != "must":
        if not case["ok"]:
            print("should:", case["id"])
    elif not case["ok"] and case["id"] not in known:
        wrong += 1
        print("FAILED:", case["id"], *(f["run"] + ": " + f["what"] for f in case["failures"][:3]), sep="\n  ")
    elif case["ok"] and case["id"] in known:
        wrong += 1
        print("met, take it off the list:", case["id"])
print(len(cases), "cases")
sys.exit(1 if wrong or not cases else 0)
