# Completion of the labtest command for PowerShell: labtest completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName labtest -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # What is typed behind the command, up to the cursor; spaces at the end are not part of the AST.
    $start = $commandAst.CommandElements[0].Extent.EndOffset
    $typed = 'labtest' + $commandAst.Extent.Text.Substring($start - $commandAst.Extent.StartOffset)
    $position = 'labtest'.Length + [Math]::Max(0, $cursorPosition - $start)
    & $commandAst.GetCommandName() complete $position $typed.PadRight($position) 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
