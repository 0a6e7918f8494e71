using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LabTest.Testing.Foreign;

namespace LabTest.Recording.Tests.Reports;

/// <summary>The report as a real browser shows it.</summary>
public sealed class BrowserTests(BrowserTests.Rendered rendered) : IClassFixture<BrowserTests.Rendered>
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("noScript")]
    public async Task It_opens_without_an_error_and_without_the_network(string view)
    {
        var page = await rendered.View(view);

        page["messages"]!.AsArray().Should().BeEmpty();
        page["requests"]!.AsArray().Should().BeEmpty();
        ((string?)page["title"]).Should().Be("Fail · Sample on SN-1 · bench-1 · SIMULATED");
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("phone")]
    public async Task Every_plot_is_painted(string view) =>
        (await rendered.View(view))["painted"]!.AsArray().Select(p => (bool)p!).Should().HaveCount(2).And.OnlyContain(p => p);

    [Theory]
    [InlineData("light")]
    [InlineData("phone")]
    [InlineData("noScript")]
    public async Task Nothing_reaches_beyond_the_sides_of_the_screen(string view)
    {
        var page = await rendered.View(view);

        ((int)page["contentWidth"]!).Should().BeLessThanOrEqualTo((int)page["width"]!);
    }

    [Fact]
    public async Task It_is_dark_on_a_dark_screen_and_light_on_paper()
    {
        ((double)(await rendered.View("light"))["brightness"]!).Should().BeGreaterThan(0.9);
        ((double)(await rendered.View("dark"))["brightness"]!).Should().BeLessThan(0.2);
        ((double)(await rendered.View("paper"))["brightness"]!).Should().BeGreaterThan(0.9);
    }

    [Fact]
    public async Task Without_scripts_verdicts_bars_and_drawings_are_there()
    {
        var page = await rendered.View("noScript");

        ((string?)page["text"]).Should().Contain("Fail").And.Contain("Is quiet").And.Contain("64 mV").And.Contain("Marginal").And.Contain("SIMULATED");
        ((int)page["visibleBars"]!).Should().Be(7);
        ((int)page["visibleStills"]!).Should().Be(2);
    }

    [Fact]
    public async Task On_paper_the_drawings_stand_in_for_the_plots()
    {
        var page = await rendered.View("paper");

        ((int)page["visibleStills"]!).Should().Be(2);
        ((int)page["visibleCanvases"]!).Should().Be(0);
        ((int)page["closedDetails"]!).Should().Be(0, "what is folded away is printed");
    }

    [Fact]
    public async Task Text_stands_out_from_what_is_behind_it()
    {
        foreach (var view in new[] { "light", "dark" })
            ((double)(await rendered.View(view))["leastContrast"]!).Should().BeGreaterThanOrEqualTo(4.5, "WCAG 2.2, 1.4.3, {0}", view);
    }

    [Fact]
    public async Task A_plot_is_read_and_zoomed_with_the_keyboard()
    {
        var page = await rendered.View("light");

        ((string?)page["spoken"]).Should().Be("0.1 A: 90 %");
        ((double)page["zoomed"]!).Should().BeLessThan((double)page["whole"]!);
        ((double)page["back"]!).Should().BeApproximately((double)page["whole"]!, 1e-9);
    }

    [Fact]
    public async Task Hostile_names_run_nothing()
    {
        const string hostile = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";
        using var run = new SampleRun(dut: hostile);
        run.Test(hostile, t => run.Record(t, hostile, new WaveformValue(SampleRun.Ramp(50))));
        run.Report();

        var page = await Render(run.Folder.Report, "light");

        ((string?)page["title"]).Should().Be($"Recorded · Sample on {hostile} · bench-1 · SIMULATED");
        page["messages"]!.AsArray().Should().BeEmpty();
        page["requests"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task On_a_phone_no_table_of_a_long_run_is_cut_at_the_side()
    {
        using var run = SampleRun.Long();
        run.Report();

        var page = await Render(run.Folder.Report, "phone");

        ((int)page["cut"]!).Should().Be(0);
        ((int)page["contentWidth"]!).Should().BeLessThanOrEqualTo(390);
        page["messages"]!.AsArray().Should().BeEmpty();
        page["painted"]!.AsArray().Should().HaveCount(5).And.OnlyContain(p => (bool)p!);
    }

    private static async Task<JsonNode> Render(string report, string view)
    {
        await ForeignTool.Chromium.Require();
        return JsonNode.Parse(await ForeignTool.Playwright.Run(Script, report, view))!;
    }

    private const string Script = """
        import { chromium } from 'playwright-core';
        const [report, view] = process.argv.slice(1);
        const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
        const width = view === 'phone' ? 390 : 1280;
        const context = await browser.newContext({
          viewport: { width, height: 844 }, colorScheme: view === 'dark' || view === 'paper' ? 'dark' : 'light', javaScriptEnabled: view !== 'noScript'
        });
        const page = await context.newPage();
        const messages = [], requests = [];
        page.on('console', m => messages.push(m.text()));
        page.on('pageerror', e => messages.push(String(e)));
        page.on('request', r => { if (!r.url().startsWith('file:') && !r.url().startsWith('data:')) requests.push(r.url()); });
        await page.goto('file://' + report);
        const found = { width, messages, requests, title: await page.title() };
        for (const figure of await page.locator('figure.plot').all()) await figure.scrollIntoViewIfNeeded();
        if (view !== 'noScript' && await page.locator('figure.plot').count() > 0)
          await page.waitForFunction(() => document.querySelectorAll('.plot.is-live canvas').length === document.querySelectorAll('figure.plot').length);
        if (view === 'paper') { await page.emulateMedia({ media: 'print' }); await page.evaluate(() => dispatchEvent(new Event('beforeprint'))); }
        const count = async selector => { let n = 0; for (const e of await page.locator(selector).all()) if (await e.isVisible()) n++; return n; };
        found.visibleBars = await count('svg.bar');
        found.visibleStills = await count('.still > svg');
        found.visibleCanvases = await count('canvas');
        found.closedDetails = await page.locator('details:not([open]):not(.licence)').count();
        found.text = await page.locator('main').innerText() + await page.locator('.simulated').innerText();
        found.cut = await page.evaluate(() => [...document.querySelectorAll('.wide')].filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1).length);
        found.contentWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        Object.assign(found, await page.evaluate(() => {
          const parse = c => { const p = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); p.canvas.width = p.canvas.height = 1; p.fillStyle = c; p.fillRect(0, 0, 1, 1); return [...p.getImageData(0, 0, 1, 1).data]; };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (getComputedStyle(e).backgroundImage !== 'none') return null; if (c[3] > 250) return c; } return [255, 255, 255, 255]; };
          let leastContrast = 21;
          for (const e of document.querySelectorAll('body *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('svg, script, style, .uplot') || !e.checkVisibility()) continue;
            const back = behind(e);
            if (!back) continue;
            const [a, b] = [light(parse(getComputedStyle(e).color)), light(back)].sort((x, y) => y - x);
            leastContrast = Math.min(leastContrast, (a + 0.05) / (b + 0.05));
          }
          const painted = [...document.querySelectorAll('.plot canvas')].map(c => { const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) n++; return n > 500; });
          return { brightness: light(parse(getComputedStyle(document.body).backgroundColor)), leastContrast, painted };
        }));
        if (view === 'light' && await page.locator('.uplot').count() > 0) {
          const plot = page.locator('.uplot').first();
          await plot.focus();
          await page.keyboard.press('ArrowRight');
          found.spoken = await page.locator('[aria-live]').first().innerText();
          const span = () => page.evaluate(() => { const s = document.querySelector('.uplot').dataset; return Number(s.to) - Number(s.from); });
          found.whole = await span();
          await page.keyboard.press('+'); await page.waitForTimeout(50);
          found.zoomed = await span();
          await page.keyboard.press('Escape'); await page.waitForTimeout(50);
          found.back = await span();
        }
        console.log(JSON.stringify(found));
        await browser.close();
        """;

    /// <summary>One run, shown once in every way.</summary>
    public sealed class Rendered : IDisposable
    {
        private readonly SampleRun _run = new SampleRun().Everything();
        private readonly ConcurrentDictionary<string, Task<JsonNode>> _views = new();

        public Rendered() => _run.Report();

        public Task<JsonNode> View(string name) => _views.GetOrAdd(name, v => Render(_run.Folder.Report, v));

        public void Dispose() => _run.Dispose();
    }
}
