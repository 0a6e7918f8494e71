using System.Security.Cryptography;
using LabTest.Recording.Journal;
using LabTest.Recording.Recovery;

namespace LabTest.Xunit.Tests;

/// <summary>What tests leave beside their measurements reaches the record: reasons of skips, output, warnings, messages, attachments, files.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private readonly Subject _subject = Subject.Outcomes();
    private SubjectRun? _run;

    private SubjectRun Run => _run!;

    public async ValueTask InitializeAsync() => _run = await _subject.Run("--filter-class", "Outcomes.Leaving");

    public ValueTask DisposeAsync()
    {
        _subject.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Journal_run_json_and_report_hold_what_tests_leave()
    {
        var journal = Run.Journal;
        var report = await File.ReadAllTextAsync(Run.Folder!.Report, TestContext.Current.CancellationToken);
        var document = await File.ReadAllTextAsync(Run.Folder.RunJson, TestContext.Current.CancellationToken);

        Run.ExitCode.Should().Be(2, Run.Output);
        journal.OfType<OutputWritten>().First().Text.Should().Contain("the first of its lines <b>");
        report.Should().Contain("the first of its lines &lt;b&gt;");
        journal.OfType<Warning>().Should().Contain(w => w.Source == "Leaves what it can" && w.Message == "the lid was open");
        report.Should().Contain("the lid was open");
        Run.Output.Should().Contain("the lid was open");
        journal.OfType<DiagnosticSent>().Should().Contain(d => d.Message == "the relay clicked" && d.Test != null);
        report.Should().Contain("the relay clicked");
        Run.Summary.Tests.Single(t => t.Verdict == Verdict.Skipped).Finished!.Message.Should().Be("only variant 2 has an LED");
        report.Should().Contain("only variant 2 has an LED");
        document.Should().Contain("only variant 2 has an LED").And.Contain("attachments/Leaving.Leaves_what_it_can-photo.png");
        report.Should().Contain("src=\"data:image/png;base64,iVBOR").And.Contain("own.csv");
    }

    [Fact]
    public void Attachments_lie_in_the_folder_of_the_run_and_the_journal_has_their_hashes()
    {
        var files = Run.Journal.OfType<FileKept>().ToArray();

        files.Select(f => (f.Name, f.File, f.MediaType, IsOfATest: f.Test is not null)).Should().BeEquivalentTo(
        [
            ("note", "attachments/Leaving.Leaves_what_it_can-note.txt", "text/plain", true),
            ("photo", "attachments/Leaving.Leaves_what_it_can-photo.png", "image/png", true),
            ("note", "attachments/Leaving.Fails_and_attaches-note.txt", "text/plain", true),
            ("own.csv", "own.csv", "text/csv", false),
        ]);
        foreach (var file in files)
        {
            var content = File.ReadAllBytes(Path.Combine(Run.Folder!.Path, file.File));
            (content.Length, Convert.ToHexStringLower(SHA256.HashData(content))).Should().Be(((int)file.Bytes, file.Hash!));
        }
    }

    [Fact]
    public void Of_a_long_output_beginning_and_end_are_kept()
    {
        var output = Run.Journal.OfType<OutputWritten>().Single(o => o.Length > 100_000);

        output.Text.Should().StartWith("line 0 of many").And.Contain("characters are left out here").And.Contain("line 19999 of many");
        output.Text.Length.Should().BeLessThan(70_000);
    }

    [Fact]
    public async Task A_picture_that_was_changed_after_the_run_is_not_shown_as_if_it_were_the_one_that_was_taken()
    {
        var photo = Path.Combine(Run.Folder!.Attachments, "Leaving.Leaves_what_it_can-photo.png");
        var content = await File.ReadAllBytesAsync(photo, TestContext.Current.CancellationToken);
        content[^1] ^= 1;
        await File.WriteAllBytesAsync(photo, content, TestContext.Current.CancellationToken);

        RunRecovery.Recover(Run.Folder);

        (await File.ReadAllTextAsync(Run.Folder.Report, TestContext.Current.CancellationToken)).Should().NotContain("src=\"data:image/png").And.Contain("Leaves_what_it_can-photo.png");
    }
}
