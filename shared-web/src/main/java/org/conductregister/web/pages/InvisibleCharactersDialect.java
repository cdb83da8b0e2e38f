package org.conductregister.web.pages;

import java.util.Locale;
import java.util.Set;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Shows invisible characters by their codes wherever a page has text, whichever template it is in. What stands in fields stays as it
 * is, since it is sent again.
 */
final class InvisibleCharactersDialect implements IPostProcessorDialect {

    private static final int LAST = 1_000;

    @Override
    public String getName() {
        return "invisible characters";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Handler.class, LAST));
    }

    /** Handles one rendering. Public because Thymeleaf makes it. */
    public static final class Handler extends AbstractTemplateHandler {

        private static final Set<String> LEFT_ALONE = Set.of("textarea", "script", "style");
        private static final Set<String> WITHOUT_MARKUP = Set.of("title", "option");

        private String within = "";

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            var name = tag.getElementCompleteName().toLowerCase(Locale.ROOT);
            if (LEFT_ALONE.contains(name) || WITHOUT_MARKUP.contains(name)) {
                within = name;
            }
            super.handleOpenElement(tag);
        }

        @Override
        public void handleCloseElement(ICloseElementTag tag) {
            if (tag.getElementCompleteName().equalsIgnoreCase(within)) {
                within = "";
            }
            super.handleCloseElement(tag);
        }

        @Override
        public void handleText(IText text) {
            if (LEFT_ALONE.contains(within) || !InvisibleCharacters.areIn(text)) {
                super.handleText(text);
                return;
            }
            var shown = WITHOUT_MARKUP.contains(within)
                    ? InvisibleCharacters.shown(text, "[", "]")
                    : InvisibleCharacters.shown(
                            text, "<span class=\"register-invisible\" title=\"An invisible character\">", "</span>");
            super.handleText(getContext().getModelFactory().createText(shown));
        }
    }
}
