package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.MerkleProofs;
import org.conductregister.tlog.TlogProof;
import org.conductregister.tlog.TreeHasher;
import org.conductregister.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

/** Auditors note checkpoints, check them later, and take proofs away; administrators see how sealing does. */
@Journey
class IntegrityIT {

    @Test
    void anAuditorChecksACheckpointThatTheyNoted(BrowserSession stage) throws Exception {
        stage.api().get("auditor", "/api/v1/integrity/proof?position=1"); // so that there is one
        var auditor = stage.signIn("auditor").follow("Audit").follow("The proof of the log");
        assertThat(auditor.page().locator(".register-figures")).containsText("Sealed");
        assertThat(auditor.page().locator("main")).containsText("witnessed.txt");
        auditor.looksRight("integrity");

        auditor.page().getByText("The checkpoint, to note elsewhere").click();
        var noted = auditor.page().locator("pre").textContent();
        check(auditor.page(), noted);
        assertThat(auditor.page().locator("div.govuk-inset-text[role=status]")).containsText("It holds");
        auditor.looksRight("integrity-holds");

        check(auditor.page(), noted.replaceFirst("\n\\d+\n", "\n1\n"));
        assertThat(auditor.page().locator("div.govuk-inset-text[role=status]"))
                .containsText("not signed by the key of this register");

        check(auditor.page(), "somebody's notes");
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("This is no checkpoint");
        auditor.looksRight("integrity-no-checkpoint");
    }

    private static void check(Page page, String checkpoint) {
        page.getByLabel("The checkpoint", new Page.GetByLabelOptions().setExact(true))
                .last()
                .fill(checkpoint);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check it"))
                .click();
    }

    @Test
    void anAuditorTakesAwayAProofThatNeedsNoRegister(BrowserSession stage) throws Exception {
        var auditor = stage.signIn("auditor").open("/audit/integrity");
        auditor.page().getByLabel("Position of the entry").fill("the third");
        auditor.press("Save the proof");
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("Enter the position of an entry");
        auditor.looksRight("integrity-no-position");

        auditor.page().getByLabel("Position of the entry").fill("3");
        var saved = auditor.page().waitForDownload(() -> auditor.press("Save the proof"));
        var takeaway = FactJson.mapper().readTree(Files.readString(saved.path()));

        assertThat(saved.suggestedFilename()).isEqualTo("entry-3-proof.json");
        var proof = TlogProof.parse(takeaway.get("proof").stringValue());
        var head = Checkpoint.parse(proof.checkpoint().text());
        assertThat(VerifierKey.parse(takeaway.get("verifierKey").stringValue()).hasSigned(proof.checkpoint()))
                .isTrue();
        assertThat(proof.index()).isEqualTo(2);
        assertThat(MerkleProofs.includes(
                        head.root(), head.size(), new TreeHasher().leaf(proof.extra()), proof.index(), proof.hashes()))
                .isTrue();
    }

    @Test
    void anAdministratorSeesThatNothingIsToBeAccepted(BrowserSession stage) {
        var admin = stage.signIn("admin").open("/operations/integrity");
        assertThat(admin.heading()).isEqualTo("The sealing of the log");
        assertThat(admin.page().locator("main")).not().containsText("Accept");
        admin.looksRight("sealing");
    }
}
