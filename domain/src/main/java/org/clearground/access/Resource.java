// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

/** What there is to look at or to change. */
public enum Resource {
    BULLETIN("the bulletin of a period"),
    FIGURE("a figure with the rows behind it"),
    EDITION("editions of bulletins, those that wait for a signature too"),
    PUBLICATION("published editions, as the public site shows them"),
    REPORT("field reports with their findings"),
    SUBMISSION("files as they were received"),
    FIND("explosive ordnance found"),
    WORKED_GROUND("ground on which work was reported"),
    LAND_BALANCE("the books of land: balances, declared and counted area"),
    HAZARDOUS_AREA("hazardous areas and pieces of ground"),
    LAND_HISTORY("all that is on record of a place"),
    LAND_CASE("claims that meet"),
    LEAD("leads of which only a place is known"),
    ALERT("alerts on released ground"),
    VISIT("quality visits, and ground that waits too long"),
    CERTIFICATE("completion reports and handover certificates"),
    ACCREDITATION("which bodies are accredited for what"),
    STATEMENT("what others published, with its figures"),
    REFERENCE("places and organisations of the country pack"),
    ACCOUNT("accounts of this node"),
    NODE("how this node stands: store, verification, backups, country pack"),
    ACCESS_LOG("who signed in, who tried, what became of accounts");

    private final String meaning;

    Resource(String meaning) {
        this.meaning = meaning;
    }

    /** What it stands for, in English. */
    public String meaning() {
        return meaning;
    }
}
