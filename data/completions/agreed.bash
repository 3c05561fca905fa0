# SPDX-License-Identifier: GPL-3.0-or-later
# Bash completion for agreed(1).
_agreed()
{
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W 'show compare topics --help --version' -- "$current")
    return
  fi
  # Bash takes --format=json for three words.
  [ "$current" != = ] || current=
  [ "$previous" != = ] || previous=${COMP_WORDS[COMP_CWORD-2]}
  case $previous in
    --format)
      words='text json'
      [ "$command" != compare ] || words="$words html docx csv"
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
      return ;;
    --text | --older-text | --newer-text) return ;;
  esac
  case $current in
    -*)
      case $command in
        show) words='--format --help' ;;
        compare) words='--format --output --older-text --newer-text --tracked --help' ;;
        topics) words='--format --text --help' ;;
        *) words= ;;
      esac
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current") ;;
    *)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
  esac
}
complete -F _agreed agreed
